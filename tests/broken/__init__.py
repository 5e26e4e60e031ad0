"""What an administrator can get wrong; ``expected.txt`` has what ``gateway check`` answers."""
