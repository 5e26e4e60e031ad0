"""What a policy asks of a message, one pure function a question: facts in, findings out."""
