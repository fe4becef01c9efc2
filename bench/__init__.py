"""What `make bench` prints: quality on the development gold where it is present, and speed as ratios within one run."""
