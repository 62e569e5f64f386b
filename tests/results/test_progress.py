"""Progress is told on its own stream, and only when somebody wants it."""

import io

from sim.results.progress import Progress


def test_a_log_file_gets_plain_lines_and_no_more_than_needed():
    stream = io.StringIO()

    with Progress(stream=stream) as progress:
        for done in range(0, 101, 10):
            progress(done, 100)

    assert stream.getvalue().splitlines() == ["0 of 100 futures", "100 of 100 futures"]


def test_quiet_says_nothing():
    stream = io.StringIO()

    with Progress(quiet=True, stream=stream) as progress:
        progress(1, 2)

    assert stream.getvalue() == ""


def test_a_line_tells_rate_and_time_left():
    progress = Progress(stream=io.StringIO())
    progress.first = (10.0, 0)

    assert progress.line(500, 1000, 15.0) == "500 of 1,000 futures, 100 a second, about 5 s left"


def test_a_terminal_gets_a_bar_that_is_taken_down():
    stream = io.StringIO()
    stream.isatty = lambda: True

    with Progress(stream=stream) as progress:
        progress(1, 2)
        progress(2, 2)

    assert "futures" in stream.getvalue()
