"""calendar_file.py FILE...: read calendar files with a library of somebody else's; one line of JSON for each event."""
import json
import sys

import icalendar

for name in sys.argv[1:]:
    raw = open(name, "rb").read()
    assert b"\n" not in raw.replace(b"\r\n", b""), "a line end of another kind"
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "a line of more than 75 octets"
    calendar = icalendar.Calendar.from_ical(raw)
    assert not calendar.errors, calendar.errors
    event = calendar.walk("VEVENT")[0]
    assert not event.errors, event.errors
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    print(json.dumps({
        "start": start.isoformat(), "end": end.isoformat(), "utc": start.utctimetuple()[3:5],
        "zones": [zone["TZID"] for zone in calendar.walk("VTIMEZONE")],
        "offsets": [int(zone.to_tz(lookup_tzid=False).utcoffset(start.replace(tzinfo=None)).total_seconds()) for zone in calendar.walk("VTIMEZONE")],
        "summary": str(event["SUMMARY"]), "description": str(event.get("DESCRIPTION", "")),
        "location": str(event.get("LOCATION", "")), "uid": str(event["UID"]), "sequence": event["SEQUENCE"],
        "people": [key for key in event if key in ("ATTENDEE", "ORGANIZER", "CONTACT")],
    }))
