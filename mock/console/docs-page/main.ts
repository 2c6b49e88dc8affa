interface SwaggerUi {
  preauthorizeApiKey(scheme: string, key: string): void;
}

declare global {
  interface Window {
    readonly SwaggerUIBundle: (options: Record<string, unknown>) => SwaggerUi;
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const followScheme = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", followScheme);
followScheme();

const viewer = window.SwaggerUIBundle({
  url: "/_docs/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  displayOperationId: true,
  defaultModelsExpandDepth: 0,
  docExpansion: "list",
  tryItOutEnabled: true,
  requestSnippetsEnabled: false,
  // Else the viewer would have an outside service check the document.
  validatorUrl: null,
  // The mock accepts any key, so nobody needs to look for one.
  onComplete: () => viewer.preauthorizeApiKey("ApiKey", "any"),
});

export {};
