"""What do the played futures mean? Measures, comparisons and plain sentences."""
