"""What is made for the Debian package beside the program: manual pages, completion, a list of licences."""
