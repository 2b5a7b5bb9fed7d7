/** Dates as the world writes them and the moments they are; read alike by every part that reads dates. */

/** A text that is a date, and its moment in ISO 8601 without milliseconds. */
export type DateCase = readonly [text: string, moment: string];

/** What every reader reads, a line of a page too. */
export const WRITTEN_DATES: readonly DateCase[] = [
  ["23 November 2026 20:24 EST", "2026-11-24T01:24:00Z"],
  ["November 23, 2026 8:24 PM CET", "2026-11-23T19:24:00Z"],
  ["November 23, 2026 at 8 pm", "2026-11-23T20:00:00Z"],
  ["Nov 23, 2026, 8:24 p.m. ET", "2026-11-24T01:24:00Z"],
  ["July 23, 2026, 8:24 p.m. ET", "2026-07-24T00:24:00Z"],
  ["Mon, 23 Nov 2026 20:24:36 +0100", "2026-11-23T19:24:36Z"],
  ["Mon Nov 23 20:24:36 CET 2026", "2026-11-23T19:24:36Z"],
  ["Mon Nov 23 2026 20:24:36 GMT+0100 (Central European Standard Time)", "2026-11-23T19:24:36Z"],
  ["20:24, 23 November 2026", "2026-11-23T20:24:00Z"],
  ["23 November 2026 20:24 Europe/Berlin", "2026-11-23T19:24:00Z"],
  ["2026-07-23 20:24 America/New_York", "2026-07-24T00:24:00Z"],
  ["2026-11-23 20:24:36 -0500", "2026-11-24T01:24:36Z"],
  ["24th of November 2026", "2026-11-24T00:00:00Z"],
  ["23.11.2026 20.24 Uhr MEZ", "2026-11-23T19:24:00Z"],
  ["Montag, 23. November 2026, 20 Uhr", "2026-11-23T20:00:00Z"],
  ["6. Jänner 2027", "2027-01-06T00:00:00Z"],
  ["lundi 23 novembre 2026 à 20h24", "2026-11-23T20:24:00Z"],
  ["mar., 24 nov. 2026 10:09:29 +0100", "2026-11-24T09:09:29Z"],
  ["mar. 24 de noviembre de 2026 10:09", "2026-11-24T10:09:00Z"],
  ["mar 3 mar 2026 10:00", "2026-03-03T10:00:00Z"],
  ["mar 24/11/2026 10:09", "2026-11-24T10:09:00Z"],
  ["14 mar 2026", "2026-03-14T00:00:00Z"],
  ["mié, 25 nov 2026 10:00", "2026-11-25T10:00:00Z"],
  ["terça-feira, 24 de novembro de 2026 10h09", "2026-11-24T10:09:00Z"],
  ["dinsdag 24 november 2026 10:09 uur", "2026-11-24T10:09:00Z"],
  ["Вт, 24 ноя 2026 10:09 МСК", "2026-11-24T07:09:00Z"],
  ["24 листопада 2026, 10:00", "2026-11-24T10:00:00Z"],
  ["wt., 24 lis 2026, godz. 10:00", "2026-11-24T10:00:00Z"],
  ["24 نوفمبر 2026 10:00", "2026-11-24T10:00:00Z"],
  ["٢٤ نوفمبر ٢٠٢٦ ٨:٢٤ م", "2026-11-24T20:24:00Z"],
  ["24 تشرين الثاني 2026", "2026-11-24T00:00:00Z"],
  ["2026年11月24日 下午8:24", "2026-11-24T20:24:00Z"],
  ["2026年11月24日（火）20時24分", "2026-11-24T20:24:00Z"],
  ["2026년 11월 24일 오후 8:24", "2026-11-24T20:24:00Z"],
  ["24. marts 2026 10:00", "2026-03-24T10:00:00Z"],
  ["tirsdag 24. desember 2026 kl. 10.09", "2026-12-24T10:09:00Z"],
  ["24 augusti 2026 10:00", "2026-08-24T10:00:00Z"],
  ["24. marraskuuta 2026 klo 20.24", "2026-11-24T20:24:00Z"],
  ["24 Kasım 2026 Salı 20:24", "2026-11-24T20:24:00Z"],
  ["24. listopadu 2026", "2026-11-24T00:00:00Z"],
  ["24 noiembrie 2026, 20:24", "2026-11-24T20:24:00Z"],
  ["Τρίτη, 24 Νοεμβρίου 2026, 8:24 μ.μ.", "2026-11-24T20:24:00Z"],
  ["2026. november 24. 20:24", "2026-11-24T20:24:00Z"],
  ["24 בנובמבר 2026", "2026-11-24T00:00:00Z"],
  ["24 tháng 11, 2026 20:24", "2026-11-24T20:24:00Z"],
  ["2026/11/24 20:24", "2026-11-24T20:24:00Z"],
  ["2026-11-24", "2026-11-24T00:00:00Z"],
];

/** What is read where the whole text is known to be a date: in feeds, metadata and fields of programs. */
export const STATED_DATES: readonly DateCase[] = [
  ["2026-11-23T20:24:36.123456+09:30", "2026-11-23T10:54:36Z"],
  ["2026-07-23T20:24:36+02:00[Europe/Berlin]", "2026-07-23T18:24:36Z"],
  ["2026-07-23T20:24[Europe/Berlin]", "2026-07-23T18:24:00Z"],
  ["2026-11-23+01:00", "2026-11-22T23:00:00Z"],
  ["20261123T202436Z", "2026-11-23T20:24:36Z"],
];

/** Short years, as feeds and metadata still have them. */
export const SHORT_YEARS: readonly DateCase[] = [
  ["Thu, 03 Sep 26 00:01:01 +0200", "2026-09-02T22:01:01Z"],
  ["24 Nov 26 22:05 -0500", "2026-11-25T03:05:00Z"],
  ["mar., 24 nov. 26 10:09", "2026-11-24T10:09:00Z"],
  ["Monday, 23-Nov-98 08:09:10 UTC", "1998-11-23T08:09:10Z"],
  ["23.11.26 20:24", "2026-11-23T20:24:00Z"],
];

/** What nobody reads. */
export const NO_DATES: readonly string[] = [
  "yesterday",
  "November",
  "2026-02-30",
  "31 April 2026",
  "2026-13-01",
  "32.11.2026",
  "23. November 20 Uhr",
  "mar 24",
  "Page 3 of 12",
];
