"""What do we show? One file and one message for each chart."""
