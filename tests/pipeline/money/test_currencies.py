"""The table of currencies holds what its readers rely on."""

import re

from pipeline.money.currencies import SIGNS, minor_codes, table


def test_every_row_is_well_formed():
    for currency in table().values():
        assert re.fullmatch("[A-Z]{3}", currency.code)
        assert (currency.decimal in ("comma", "point"), currency.parts in (100, 1000)) == (True, True)
        assert currency.names
        for printed in (*currency.signs, *currency.names, *currency.minor, *currency.nations):
            assert printed == printed.lower().strip()


def test_shared_signs_and_units_go_to_the_first_of_the_table():
    assert [SIGNS[sign][0] for sign in ("£", "$", "€", "kr", "rs")] == ["GBP", "USD", "EUR", "SEK", "INR"]
    assert [minor_codes(unit)[0] for unit in ("pence", "cents", "kopeks")] == ["GBP", "USD", "RUB"]
