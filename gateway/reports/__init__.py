"""What people are handed about transfers: exports, the reports that articles ask for, the breach dossier.

Pure functions from transfers and policies to documents. ``choice`` says which transfers, ``tally`` counts
them as they pass, ``table`` has the columns; ``csvfile``, ``workbook`` and ``shape`` write rows. What is
read rather than calculated with is a ``blocks.Document``, which ``pdf``, ``word`` and ``plain`` set. Nothing
here reads the ledger, a clock or a file: the command line does.
"""
