"""What has each side lost over Taiwan in all, of aircraft and of ships?"""


def coalition_aircraft_lost(campaign):
    """Aircraft of the United States, Japan and Taiwan [aircraft]."""
    return campaign.us_aircraft_lost + campaign.japan_aircraft_lost + campaign.taiwan_aircraft_lost


def us_ships_lost(campaign):
    """Carriers, other large surface ships and submarines of the United States [ships]."""
    return campaign.us_carriers_lost + campaign.us_escorts_lost + campaign.us_submarines_lost


def coalition_ships_lost(campaign):
    """Warships of all but China [ships]."""
    return (
        us_ships_lost(campaign)
        + campaign.japan_ships_lost
        + campaign.taiwan_ships_lost
        + campaign.partner_ships_lost
    )


def china_ships_lost(campaign):
    """Amphibious and other large surface ships of China [ships]; submarines are counted apart."""
    return campaign.china_amphibious_lost + campaign.china_escorts_lost
