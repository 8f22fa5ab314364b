"""Units as engineers write them, each with its dimension and its size in that dimension's base unit.

Invariant: two figures may be compared only where their dimensions are equal; lengths of months and years are
calendar averages, so a comparison across them needs a tolerance.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.language.lists import listed


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor` turns a value in this unit into the base unit: seconds, bytes, percent, the currency itself."""

    name: str
    dimension: str
    factor: float = 1.0


_SPELLINGS: tuple[tuple[Unit, str], ...] = (
    (Unit("ns", "time", 1e-9), "ns nanosecond nanoseconds"),
    (Unit("us", "time", 1e-6), "us µs μs microsecond microseconds"),
    (Unit("ms", "time", 1e-3), "ms msec msecs millis millisecond milliseconds"),
    (Unit("s", "time", 1.0), "s sec secs second seconds"),
    (Unit("min", "time", 60.0), "min mins minute minutes"),
    (Unit("h", "time", 3600.0), "h hr hrs hour hours"),
    (Unit("d", "time", 86400.0), "d day days"),
    (Unit("wk", "time", 604800.0), "wk wks week weeks"),
    (Unit("mo", "time", 2629800.0), "mo mos month months"),
    (Unit("qtr", "time", 7889400.0), "quarters"),
    (Unit("yr", "time", 31557600.0), "yr yrs year years"),
    (Unit("B", "bytes", 1.0), "byte bytes"),
    (Unit("KB", "bytes", 1e3), "kb kilobyte kilobytes kib"),
    (Unit("MB", "bytes", 1e6), "mb megabyte megabytes mib"),
    (Unit("GB", "bytes", 1e9), "gb gigabyte gigabytes gib gig gigs"),
    (Unit("TB", "bytes", 1e12), "tb terabyte terabytes tib"),
    (Unit("PB", "bytes", 1e15), "pb petabyte petabytes"),
    (Unit("%", "percent", 1.0), "% percent pct per-cent"),
    (Unit("pp", "points", 1.0), "pp pps pts percentage-points percentage-point"),
    (Unit("bps", "points", 0.01), "bps basis-points"),
    (Unit("x", "ratio", 1.0), "x × times fold"),
    (Unit("USD", "USD", 1.0), "$ usd us$ dollar dollars"),
    (Unit("EUR", "EUR", 1.0), "€ eur euro euros"),
    (Unit("GBP", "GBP", 1.0), "£ gbp pound pounds"),
    (Unit("px", "px", 1.0), "px pixel pixels"),
    (Unit("Hz", "frequency", 1.0), "hz"),
    (Unit("kHz", "frequency", 1e3), "khz"),
    (Unit("MHz", "frequency", 1e6), "mhz"),
    (Unit("GHz", "frequency", 1e9), "ghz"),
    (Unit("fps", "fps", 1.0), "fps"),
    (Unit("mA", "current", 1e-3), "ma milliamps"),
    (Unit("µA", "current", 1e-6), "µa ua microamps"),
    (Unit("mAh", "charge", 1.0), "mah"),
    (Unit("mW", "power", 1e-3), "mw milliwatts"),
    (Unit("W", "power", 1.0), "w watts watt"),
    (Unit("kW", "power", 1e3), "kw kilowatts"),
    (Unit("kWh", "energy", 1.0), "kwh"),
    (Unit("mm", "length", 1e-3), "mm"),
    (Unit("km", "length", 1e3), "km kilometres kilometers"),
    (Unit("mi", "length", 1609.344), "mile miles"),
    (Unit("cm", "length", 1e-2), "cm centimetres centimeters"),
    (Unit("kg", "weight", 1e3), "kg kilograms kilos"),
    (Unit("dB", "level", 1.0), "db decibels"),
    (Unit("°C", "temperature", 1.0), "°c celsius"),
)
_BY_SPELLING = {spelling: unit for unit, spellings in _SPELLINGS for spelling in spellings.split()}
_ONLY_ATTACHED = frozenset(listed("s h d m w b x ma mo gig"))

_PERIODS = {
    spelling: name
    for name, spellings in {
        "s": "s sec second seconds",
        "min": "min minute minutes",
        "h": "h hr hour hours hourly",
        "d": "d day days daily",
        "night": "night nightly",
        "wk": "w wk week weeks weekly",
        "mo": "mo month months monthly",
        "qtr": "qtr quarter quarters quarterly",
        "yr": "y yr year years yearly annually annual annum pa",
        "sprint": "sprint sprints iteration",
    }.items()
    for spelling in spellings.split()
}
PERIOD_SECONDS = {
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "d": 86400.0,
    "wk": 604800.0,
    "mo": 2629800.0,
    "qtr": 7889400.0,
    "yr": 31557600.0,
}


def unit_of(spelling: str) -> Unit | None:
    """The unit of one spelling, or None; "m" is left to the caller, who sees what stands around it."""
    return _BY_SPELLING.get(spelling.casefold())


def only_attached(spelling: str) -> bool:
    """True for letters that are a unit only right behind a digit or one space after it, never as a word."""
    return spelling.casefold() in _ONLY_ATTACHED


def period_of(word: str) -> str | None:
    """The normalised period of "weekly", "mo", "year" and the like."""
    return _PERIODS.get(word.casefold())


def period_words() -> tuple[str, ...]:
    return tuple(_PERIODS)
