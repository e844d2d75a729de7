import type { Extent } from "./extent.ts";

/** The largest file the program takes in, in bytes. A scanned report of 200 pages stays well below it. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** How many files may make up one report (text, annex, covering note, …). */
export const MAX_FILES = 8;

/** Longer names are cut off by every file system that a clerk meets. */
export const MAX_NAME_LENGTH = 255;

/** What goes between the window and main in one call, files apart. The longest report seen has 30,000 characters. */
export const MAX_EXTENT: Extent = { characters: 8_000_000, values: 300_000, depth: 200 };
