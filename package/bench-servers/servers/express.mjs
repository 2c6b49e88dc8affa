import express from "express";
import { addHandlers } from "./express-handlers.mjs";
import { port } from "./sessions.mjs";

// Express as its documentation shows it.

const app = express();
app.use(express.json());

addHandlers(app);

app.listen(port, "127.0.0.1");
