/** What made the document, as every format says it. A release changes every feed's bytes once; a test ties it to package.json. */
export const GENERATOR = Object.freeze({ name: 'Feedwright', version: '0.1.0' });
