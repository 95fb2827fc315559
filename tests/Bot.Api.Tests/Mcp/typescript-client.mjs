// Uses the MCP server with the official client for TypeScript, and prints what it got as JSON.
//   node typescript-client.mjs FOLDER http URL
//   node typescript-client.mjs FOLDER stdio COMMAND ARGUMENT...
// FOLDER is one in which “npm install @modelcontextprotocol/sdk” was run.
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, kind, ...where] = process.argv.slice(2);
const sdk = (file) => import(pathToFileURL(path.join(folder, "node_modules/@modelcontextprotocol/sdk/dist/esm/client", file)).href);
const { Client } = await sdk("index.js");

async function transport() {
  if (kind === "http") {
    const { StreamableHTTPClientTransport } = await sdk("streamableHttp.js");
    return new StreamableHTTPClientTransport(new URL(where[0]));
  }
  const { StdioClientTransport } = await sdk("stdio.js");
  return new StdioClientTransport({ command: where[0], args: where.slice(1), stderr: "ignore" });
}

const client = new Client({ name: "typescript-client", version: "1.0.0" });
await client.connect(await transport());

// The client checks each structured result against the schema that the tool has declared.
const { tools } = await client.listTools();
const call = async (name, args) => await client.callTool({ name, arguments: args });
const asked = await call("ask", { question: "Have sanctions worked?" });
const checked = await call("checkquote", { quote: asked.structuredContent.passages[0].quote });
const results = [
  await call("find", { words: "arms control", page: 2 }),
  await call("counter", { claim: "Sanctions will force North Korea to give up its nuclear weapons." }),
  await call("show", { anchor: "¶2", reading: "case-for-pressure" }),
  await call("readings", {}),
];
const wrong = await call("show", { anchor: "¶99", reading: "case-for-pressure" });
const { resources } = await client.listResources();
const paragraph = await client.readResource({ uri: "seminar://readings/case-for-pressure/paragraphs/2" });
const prompt = await client.getPrompt({ name: "debate", arguments: { topic: "sanctions" } });
await client.close();

console.log(JSON.stringify({
  server: client.getServerVersion().name,
  tools: tools.map((tool) => tool.name),
  verdict: checked.structuredContent.verdict,
  statuses: results.map((result) => result.structuredContent.status),
  wrong: { isError: wrong.isError, text: wrong.content[0].text },
  resources: resources.length,
  paragraph: paragraph.contents[0].text,
  prompt: prompt.messages[0].content.text,
}));
