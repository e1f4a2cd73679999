/**
 * Where a source was published joins its title and its authors in the index of names, so that suggestions need no copy of
 * every source in memory. The rows are made again in the background, since another version of the index is wanted.
 */
export const sql = `
DROP TABLE source_index;
CREATE VIRTUAL TABLE source_index USING fts5 (
  title, author, place, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
);
`
