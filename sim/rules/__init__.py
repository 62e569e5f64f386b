"""How does the world work? One scalar function per rule, importing only math and enum."""
