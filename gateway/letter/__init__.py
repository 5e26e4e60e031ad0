"""What a letter shows: its parts, its text and its HTML, tricks undone or refused."""
