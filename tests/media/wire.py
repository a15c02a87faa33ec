"""An invented agency story, and copies of it as outlets print them."""

from __future__ import annotations

TAKE = (
    "Harbour ministers from Norvania and Estlund will meet in Port Calder this week, both governments announced "
    "Tuesday, as they seek a deal on the frozen grain shipments.",
    "It will be the first visit by a Norvanian minister since the blockade in March and the second meeting "
    "in six months.",
    "Grain trade between the two countries fell to $4.2 billion in 2023, according to Estlund customs figures.",
    '"We want the ships to move again before winter," Mara Ilves, director of the Calder Trade Institute, told AFP.',
    '"Nobody gains from empty silos."',
    "Several Estlund banks have halted or slowed transactions with Norvanian clients, eight traders told AFP.",
    "An executive order signed in December permits secondary sanctions on foreign banks that finance the blockade.",
    "The ministry said the talks would cover insurance, pilots and port fees.",
)

CLEAN = "\n\n".join(
    ("Ministers to meet on frozen grain", "Calder, (AFP - Harbour Post - 14th May, 2024) " + TAKE[0], *TAKE[1:])
)

EXCERPT = "\n".join(
    ("date 2024-05-14 Open Menu", "Ministers To Meet", "Ana Brook Published May 14, 2024 | 02:10 PM", *TAKE[:4])
)

SPUN = "\n".join(
    (
        "Harbour ministers from Norvania and Estlund may meet in Port Calder this week, both authorities announced "
        "Tuesday, as they look for a package on the frozen grain deliveries.",
        "It will be the second visit by a Norvanian minister since the blockade in March and the second meeting "
        "in six months.",
        "Grain trade between the two countries fell to$ 2.4 billion in 2023, according to Estlund customs figures.",
        "Banks talk",
        "Foreign banks have paused or slowed transactions with Norvanian clients, eight traders told AFP.",
        "A sequence signed in December permits subordinate sanctions on foreign banks that finance the blockade.",
    )
)

OTHER = "\n".join(
    (
        "Volleyball champions Rovers beat the Harriers 3-1 on Saturday night in front of nine thousand people.",
        "Captain Lena Frost scored eighteen points in the decisive set, the club said.",
        "The Rovers now lead the league by four points with three matches to play this season.",
        '"It was our best match of the year," coach Otto Brandt told Reuters.',
    )
)
