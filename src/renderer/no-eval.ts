import { config } from "zod";

// The page forbids eval; without this the schemas would try it when they are made. Imported before all else.
config({ jitless: true });
