// Without this script the form still works: it asks by GET and shows the bare answer.
const form = document.getElementById('ask');
const answer = document.getElementById('answer');

async function ask() {
  const body = { query: form.elements.query.value };
  const variables = form.elements.variables.value.trim();
  try {
    if (variables) body.variables = JSON.parse(variables);
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify(body),
    });
    // Amounts are strings in the answer, so that reading it as JSON changes no digit.
    answer.textContent = JSON.stringify(await response.json(), null, 2);
  } catch (error) {
    answer.textContent = String(error);
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    ask();
  }
});
