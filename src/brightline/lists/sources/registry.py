"""The sources we know, in the order in which a file is offered to them: most particular first."""

from __future__ import annotations

from brightline.lists.source import Source
from brightline.lists.sources.bods.read import SOURCE as BODS
from brightline.lists.sources.ch_seco.read import SOURCE as CH_SECO
from brightline.lists.sources.eu_fsf.read import SOURCE as EU_FSF
from brightline.lists.sources.eu_oj.read import SOURCE as EU_OJ
from brightline.lists.sources.ftm.read import SOURCE as FTM
from brightline.lists.sources.gleif.read import SOURCE as GLEIF
from brightline.lists.sources.jp_meti.read import SOURCE as JP_METI
from brightline.lists.sources.own_csv.read import SOURCE as OWN_CSV
from brightline.lists.sources.owners_csv.read import SOURCE as OWNERS_CSV
from brightline.lists.sources.targets_simple.read import SOURCE as TARGETS_SIMPLE
from brightline.lists.sources.uk_conlist.read import SOURCE as UK_CONLIST
from brightline.lists.sources.uk_psc.read import SOURCE as UK_PSC
from brightline.lists.sources.uk_sanctions_list.read import SOURCE as UK_SANCTIONS_LIST
from brightline.lists.sources.un_sc.read import SOURCE as UN_SC
from brightline.lists.sources.us_bis_dpl.read import SOURCE as US_BIS_DPL
from brightline.lists.sources.us_csl.read import SOURCE as US_CSL
from brightline.lists.sources.us_ofac_advanced.read import SOURCE as US_OFAC_ADVANCED
from brightline.lists.sources.us_ofac_csv.read import SOURCE as US_OFAC_CSV
from brightline.lists.sources.us_ofac_enhanced.read import SOURCE as US_OFAC_ENHANCED
from brightline.lists.sources.us_ofac_xml.read import SOURCE as US_OFAC_XML

# Sources are asked in this order and the first that recognises a file reads it. Each `recognise` is meant to
# be exact, so that the order decides nothing but speed; a house test checks that no two claim the same sample.
SOURCES: tuple[Source, ...] = (
    US_OFAC_CSV,
    US_OFAC_XML,
    US_OFAC_ENHANCED,
    US_OFAC_ADVANCED,
    US_CSL,
    US_BIS_DPL,
    UN_SC,
    EU_FSF,
    EU_OJ,
    UK_SANCTIONS_LIST,
    UK_CONLIST,
    CH_SECO,
    JP_METI,
    OWNERS_CSV,
    GLEIF,
    UK_PSC,
    BODS,
    FTM,
    TARGETS_SIMPLE,
    OWN_CSV,
)
