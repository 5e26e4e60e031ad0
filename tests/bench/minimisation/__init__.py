"""How little passes: generated referral mails with their truth, through the gateway and through its peers."""
