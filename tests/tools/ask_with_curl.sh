#!/usr/bin/env bash
# Asks as the documentation of Neo4j's Query API and of Neptune's openCypher endpoint does with curl:
# ask_with_curl.sh URL. Prints each answer after a line that names it.
set -euo pipefail
url=$1
key='{"key": "uncc:art_24"}'
statement='MATCH (a) WHERE a.key = $key RETURN a.num AS number'

echo "== Query API"
curl -sS --location "$url/db/neo4j/query/v2" --user neo4j:verysecret \
  --header 'Content-Type: application/json' --header 'Accept: application/json' \
  --data "{\"statement\": \"$statement\", \"parameters\": $key}"
echo; echo "== Query API, typed"
curl -sS --location "$url/db/neo4j/query/v2" --user neo4j:verysecret \
  --header 'Content-Type: application/vnd.neo4j.query' --header 'Accept: application/vnd.neo4j.query' \
  --data "{\"statement\": \"$statement\", \"parameters\": {\"key\": {\"\$type\": \"String\", \"_value\": \"uncc:art_24\"}}}"
echo; echo "== Query API, discovery"
curl -sS --header 'Accept: application/json' "$url/"
echo; echo "== Neptune, form"
curl -sS "$url/openCypher" --data-urlencode "query=$statement" --data-urlencode "parameters=$key"
echo; echo "== Neptune, link"
curl -sS -G "$url/openCypher" --data-urlencode "query=$statement" --data-urlencode "parameters=$key"
echo; echo "== Neptune, status"
curl -sS "$url/openCypher/status" --data-urlencode "includeWaiting=true"
echo; echo "== Neptune, cancel"
curl -sS -X DELETE "$url/openCypher/status?queryId=none&silent=true"
echo; echo "== CSV, all rows"
curl -sS "$url/v1/cypher?format=csv" --data '{"query": "UNWIND range(1, 20000) AS x RETURN x"}' | wc -l
