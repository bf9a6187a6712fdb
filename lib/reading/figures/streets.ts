/** Addresses in English: the name of a street behind the number of a house, which a letter may follow (`21B Baker Street`). */

const ROADS = String.raw`Street|St\b|Avenue|Ave\b|Road|Rd\b|Lane|Drive|Boulevard|Blvd`;
/** These also name what counted things belong to (`12 Supreme Court judges`). */
const PLACES = 'Square|Court|Terrace|Parkway|Crescent';

const STREET = new RegExp(
  String.raw`^ (?:[NSEW]\.? )?(?:[A-Z][a-z]+|\d{1,3}(?:st|nd|rd|th))(?: [A-Z][a-z]+){0,2} ` +
    String.raw`(?:${ROADS}|(?:${PLACES})(?! [a-z]+s\b))`,
);

/** The longest name of a street that is looked for, in UTF-16 units. */
const REACH = 48;

/** Whether the name of a street follows the house number that ends at `end`. */
export const isStreetAfter = (text: string, end: number): boolean =>
  text[end] === ' ' && /[A-Z\d]/.test(text.charAt(end + 1)) && STREET.test(text.slice(end, end + REACH));
