// Drives npm's open311 as its README says: list the services, file a request, find it again. Usage:
// node client.js <port> <city> <api key> <description>; prints what it found as one line of JSON.
// Its two XML libraries are overridden in package.json (one was only ever on GitHub, the other wants a C compiler), so it
// speaks JSON here; the XML is held to a parser in Java.
const dns = require('dns');
const {promisify} = require('util');
const Open311 = require('open311');

const [port, city, apiKey, description] = process.argv.slice(2);

// Not every system resolves *.localhost.
const lookup = dns.lookup;
dns.lookup = (name, ...rest) => lookup(name.endsWith('.localhost') ? '127.0.0.1' : name, ...rest);

function client(jurisdiction) {
  const open311 = new Open311({discovery: `http://${city}.localhost:${port}/open311/v2/discovery.json`, jurisdiction, apiKey});
  for (const name of ['serviceDiscovery', 'serviceList', 'serviceDefinition', 'submitRequest', 'serviceRequests']) {
    open311[name] = promisify(open311[name].bind(open311));
  }
  return open311;
}

async function main() {
  const open311 = client(`${city}.localhost`);
  await open311.serviceDiscovery({cache: true});
  const services = await open311.serviceList();
  const light = services.find(service => service.service_code === 'urban.streetlight');
  const definition = await open311.serviceDefinition(light.service_code);
  const [filed] = await open311.submitRequest({
    service_code: light.service_code, lat: 33.2701, long: 115.3551, description,
    first_name: '小明', last_name: '王', phone: '13800004321', attributes: {pole_number: 'XC-0107', kind: 'REQUEST'},
  });
  const id = filed.service_request_id;
  const [found] = await open311.serviceRequests(id, {api_key: apiKey});
  const several = await open311.serviceRequests([id], {api_key: apiKey});
  const listed = await open311.serviceRequests({status: 'open', start_date: '2026-01-01T00:00:00Z', page_size: 5});
  const stranger = Object.assign(client('nowhere'), {endpoint: open311.endpoint});
  const refused = await stranger.submitRequest({service_code: 'x'}).catch(told);
  console.log(JSON.stringify({endpoint: open311.endpoint, services: services.length, attributes: definition.attributes.length,
    id, found, several: several.length, listed: Array.isArray(listed), refused}));
}

/** The client rejects with a bare status. */
function told(error) {
  return String(error.message || error);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
