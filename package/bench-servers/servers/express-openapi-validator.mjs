import { fileURLToPath } from "node:url";
import express from "express";
import * as OpenApiValidator from "express-openapi-validator";
import { addHandlers } from "./express-handlers.mjs";
import { port } from "./sessions.mjs";

// Express with express-openapi-validator, as its documentation shows it; it checks requests, and not keys.

const app = express();
app.use(express.json());
app.use(
  OpenApiValidator.middleware({
    apiSpec: fileURLToPath(new URL("../../../generated/openapi.json", import.meta.url)),
    validateRequests: true,
    validateResponses: false,
    validateSecurity: false,
  }),
);

addHandlers(app, (request) => request.query.limit);
app.use((error, _request, response, _next) => {
  response.status(error.status ?? 500).json({ message: error.message, errors: error.errors });
});

app.listen(port, "127.0.0.1");
