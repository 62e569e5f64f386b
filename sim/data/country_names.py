"""Which country is meant by a name, a two-letter code or an abbreviation?"""

from sim.data.load import load_countries

OTHER_NAMES = {  # the two-letter code of ISO 3166 first
    "ALB": ("AL",),
    "BEL": ("BE",),
    "BGR": ("BG", "BUL"),
    "CAN": ("CA",),
    "CZE": ("CZ", "Czech Republic"),
    "DEU": ("DE", "GER", "FRG", "Deutschland"),
    "DNK": ("DK", "DEN"),
    "ESP": ("ES", "SPA"),
    "EST": ("EE",),
    "FIN": ("FI",),
    "FRA": ("FR",),
    "GBR": ("GB", "UK", "U.K.", "Great Britain", "Britain", "England"),
    "GRC": ("GR", "GRE", "EL", "Hellas"),
    "HRV": ("HR", "CRO"),
    "HUN": ("HU",),
    "ISL": ("IS", "ICE"),
    "ITA": ("IT",),
    "LTU": ("LT", "LIT"),
    "LUX": ("LU",),
    "LVA": ("LV", "LAT"),
    "MKD": ("MK", "Macedonia"),
    "MNE": ("ME",),
    "NLD": ("NL", "NED", "The Netherlands", "Holland"),
    "NOR": ("NO",),
    "POL": ("PL",),
    "PRT": ("PT", "POR"),
    "ROU": ("RO", "ROM", "Rumania"),
    "SVK": ("SK", "Slovak Republic"),
    "SVN": ("SI", "SLO"),
    "SWE": ("SE",),
    "TUR": ("TR", "Turkey", "Turkiye"),
    "USA": ("US", "U.S.", "U.S.A.", "United States of America", "America"),
    "AUS": ("AU",),
    "JPN": ("JP",),
    "KOR": ("KR", "ROK", "Korea", "Republic of Korea"),
    "NZL": ("NZ",),
    "CHN": ("CN", "PRC", "People's Republic of China"),
    "RUS": ("RU", "Russian Federation"),
    "TWN": ("TW", "ROC", "Republic of China"),
}


def country_names() -> dict[str, str]:
    """What a country may be called, by code, name or other name, and its three-letter code.

    >>> country_names()["GER"], country_names()["United Kingdom"]
    ('DEU', 'GBR')
    """
    roster = load_countries().values()
    codes = {country.iso3: country.iso3 for country in roster}
    names = {country.name: country.iso3 for country in roster}
    others = {other: iso3 for iso3 in codes for other in OTHER_NAMES.get(iso3, ())}
    return codes | names | others
