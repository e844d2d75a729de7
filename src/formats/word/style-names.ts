/** The names of the styles that mean something to a reader of words, as Word and WPS call them in both languages. */
export const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;
export const CONTENTS_NAME = /^(?:(?:toc|contents|目录)\s*[1-9]|(?:toc|contents) (?:heading|标题)|目录标题)$/i;
