"""The made-up study that charts are drawn from."""

import pytest
import studies


@pytest.fixture(scope="session")
def study():
    """The five paths of the headline, in every panel."""
    return studies.study_of(studies.HEADLINE)
