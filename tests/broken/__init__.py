"""What an administrator can get wrong; ``expected*.txt`` have what ``gateway check`` answers, by language."""
