/** What an app needs to make codes: a secret in base 32, its address, and that as the squares of a QR code (an SVG path). */
export type NewFactorView = { secret: string; address: string; qr: { size: number; path: string } };

/** A person's second step, as their account shows it. `hasPassword`: without one there is nothing that it would follow. */
export type SecondStepView = { isOn: boolean; codesLeft: number; isRequired: boolean; hasPassword: boolean };
