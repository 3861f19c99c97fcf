"""A calendar (iCalendar, RFC 5545) of the days by which codes are to be looked at again.

Made by icalendar (extra `conductkit[calendar]`). The same codes on the same day give the same
bytes: an event is known by the code's id, so that a new day moves it; its stamp is midnight.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from conductkit.errors import ConductError
from conductkit.terminal import clean

_BEFORE = timedelta(weeks=2)


def calendar(result: Sequence[Any], colour: bool) -> str:
    """All review days of codes that are not retired; each is told of two weeks before."""
    try:
        from icalendar import Alarm, Calendar, Event
    except ImportError:
        words = "A calendar needs icalendar: `pip install 'conductkit[calendar]'`."
        raise ConductError(words) from None
    made = Calendar()
    made.add("prodid", "-//conductkit//conduct status//EN")
    made.add("version", "2.0")
    for one in result:
        code = one.code
        if not code.review_by or code.status == "retired":
            continue
        day = date.fromisoformat(code.review_by)
        event = Event()
        event.add("uid", f"{code.id}@conductkit.invalid")
        event.add("dtstamp", datetime.combine(one.today, time(), UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", clean(f"Review: {code.title}"))
        event.add("description", clean(f"{code.id} {code.version}, {code.place.source.path}"))
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", -_BEFORE)
        alarm.add("description", clean(f"In two weeks: review of {code.title}"))
        event.add_component(alarm)
        made.add_component(event)
    data: bytes = made.to_ical()
    return data.decode()
