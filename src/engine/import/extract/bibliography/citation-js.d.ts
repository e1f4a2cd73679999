/** Citation.js comes without types. Only its parsers are used, each by name: what is not named it might look up on the web. */
declare module '@citation-js/core' {
  export const plugins: {
    input: {
      chain(
        input: unknown,
        options: { forceType: string; target?: string; generateGraph: boolean; strict?: boolean },
      ): unknown[]
    }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
