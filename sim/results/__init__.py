"""What does one command leave behind? A study folder that is whole or absent."""
