from __future__ import annotations

from greffier.records import Document, Given, Origin, Segment, SegmentKind


def test_the_segment_of_a_position_is_found_in_any_number_of_them():
    kinds = [SegmentKind.TITLE, SegmentKind.PARAGRAPH, SegmentKind.CAPTION]
    segments = tuple(Segment(start=start, end=end, kind=kind) for (start, end), kind in zip([(2, 5), (6, 9), (9, 12)], kinds, strict=True))
    document = Document(origin=Origin(uri="a", format="text"), given=Given(), text="x" * 14, segments=segments)
    found = [document.segment_at(position) for position in range(14)]
    expected = [next((s for s in segments if s.start <= position < s.end), None) for position in range(14)]
    assert found == expected
