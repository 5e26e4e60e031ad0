"""``python -m deb.licences ENVIRONMENT`` lists the libraries in it, their versions and licences."""

import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageMetadata, distributions
from pathlib import Path

#: Of the bare class "OSI Approved" nobody learns which licence it is.
_TROVE, _BARE = "License :: ", "License :: OSI Approved"


def listed(environment: Path) -> Iterator[str]:
    """A line for each library installed in ``environment``, by name."""
    folders = [str(folder) for folder in environment.glob("lib/python3*/site-packages")]
    found = {str(one.metadata["Name"]).lower(): one for one in distributions(path=folders)}
    for name in sorted(found):
        yield f"{name} {found[name].version}: {licence(found[name])}"


def licence(library: Distribution) -> str:
    """What its metadata says: an SPDX expression, else the classifiers, else the first line of free text."""
    told = library.metadata
    classes = [
        one.rpartition(" :: ")[2]
        for one in told.get_all("Classifier") or ()
        if one.startswith(_TROVE) and one != _BARE
    ]
    free = (told.get_all("License") or [""])[0].strip().partition("\n")[0]
    spdx = (told.get_all("License-Expression") or [""])[0]
    return spdx or "; ".join(classes) or free or _files(told) or "not stated"


def _files(told: PackageMetadata) -> str:
    names = told.get_all("License-File") or ()
    return f"see {', '.join(names)} in it" if names else ""


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in listed(Path(sys.argv[1])))
