/** The part of hyphen 1.14 that the report uses; the package ships no types. */
declare module 'hyphen/da/index.js' {
  const danish: {
    /** The text with `hyphenChar` wherever the patterns of TeX let a Danish word be divided. */
    hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string;
  };
  export default danish;
}
