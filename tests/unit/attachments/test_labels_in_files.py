import pytest

from gateway.decision import Code
from gateway.mail.document import FileLabel
from tests.support import office

TENANT, LABEL = "11111111-2222-4333-8444-555555555555", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
_CLBL = "http://schemas.microsoft.com/office/2020/mipLabelMetadata"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


def with_part(name: str, content: str) -> bytes:
    return office.zipped({**office.unzipped(office.word_form()), name: content})


def label_info(attributes: str) -> bytes:
    label = f'<clbl:label id="{{{LABEL.upper()}}}" siteId="{{{TENANT}}}" {attributes}/>'
    return with_part(
        "docMetadata/LabelInfo.xml", f'<clbl:labelList xmlns:clbl="{_CLBL}">{label}</clbl:labelList>'
    )


def custom(**values: str) -> bytes:
    items = "".join(
        f'<property name="MSIP_Label_{LABEL}_{name}"><v:lpwstr xmlns:v="urn:vt">{value}</v:lpwstr></property>'
        for name, value in values.items()
    )
    return with_part("docProps/custom.xml", f'<Properties xmlns="{_PROPERTIES}">{items}</Properties>')


@pytest.mark.parametrize(
    ("attributes", "enabled"),
    [
        ('enabled="1" method="Standard" removed="0"', True),
        ('enabled="1" removed="1"', False),
        ('enabled="0" removed="0"', False),
        ("", False),
    ],
)
def test_a_label_stands_in_label_info(attributes: str, enabled: bool) -> None:
    assert office.read(label_info(attributes)).labels == (FileLabel(TENANT, LABEL, enabled),)


@pytest.mark.parametrize(("value", "enabled"), [("true", True), ("True", True), ("false", False)])
def test_an_older_file_has_the_label_among_its_custom_properties(value: str, enabled: bool) -> None:
    content = custom(Enabled=value, SiteId=TENANT, Name="Geheim")
    assert office.read(content).labels == (FileLabel(TENANT, LABEL, enabled),)


def test_the_same_label_in_both_places_counts_once() -> None:
    parts = office.unzipped(custom(Enabled="true", SiteId=TENANT)) | office.unzipped(
        label_info('enabled="1"')
    )
    assert office.read(office.zipped(parts)).labels == (FileLabel(TENANT, LABEL, enabled=True),)


def test_a_file_without_label_has_none() -> None:
    assert office.read(office.word_form()).labels == ()
    assert office.read(office.sheet_form()).labels == ()


def test_a_damaged_label_part_refuses_the_file() -> None:
    assert office.refusal(with_part("docMetadata/LabelInfo.xml", "<labelList>")) is Code.MESSAGE_ATTACHMENT
