#include "ingest/commands/json_lines.h"

#include <cmath>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "ingest/classification/classify.h"
#include "ingest/classification/fact_names.h"
#include "ingest/commands/json_member.h"
#include "ingest/commands/leftover_members.h"
#include "ingest/documents/leftovers.h"
#include "ingest/references/references.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

/// What "scope" can be.
std::string_view name_of_scope(Reference::Scope scope) {
  switch (scope) {
    case Reference::Scope::Internal:
      return "internal";
    case Reference::Scope::External:
      return "external";
    case Reference::Scope::Unresolved:
      break;
  }
  return "unresolved";
}

/// The character offset of `byte` in the document's text.
void place(Writer& json, const char* name, const Document& document, std::size_t byte) {
  member(json, name, document.map.character_at(byte, document.text.data()));
}

/// Adds "page" if the format has pages.
void page(Writer& json, const Document& document, std::size_t byte) {
  if (const auto page = document.map.page_at(byte, document.text.data())) member(json, "page", *page);
}

/// One line for one fact of a provision.
class FactLines {
 public:
  explicit FactLines(const Document& document) : document_(document) {}

  void add(std::size_t provision, std::string_view fact_class, std::string_view name, WordsRange quote,
           std::string_view rule, std::string_view confidence, std::string_view kind = {}) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    member(json, "eid", document_.structure[provision].eid.to_string());
    member(json, "class", fact_class);
    member(json, "name", name);
    if (!kind.empty()) member(json, "kind", kind);
    member(json, "quote", fold(std::string_view(document_.text).substr(quote.first, quote.last - quote.first)));
    member(json, "start", document_.map.character_at(quote.first, document_.text.data()));
    member(json, "end", document_.map.character_at(quote.last, document_.text.data()));
    member(json, "rule", rule);
    member(json, "confidence", confidence);
    json.EndObject();
    lines_.append(buffer.GetString(), buffer.GetSize());
    lines_ += '\n';
  }

  std::string take() { return std::move(lines_); }

 private:
  const Document& document_;
  std::string lines_;
};

void append_line(std::string& lines, const rapidjson::StringBuffer& buffer) {
  lines.append(buffer.GetString(), buffer.GetSize());
  lines += '\n';
}

}  // namespace

std::string structure_lines(const Document& document) {
  std::string lines;
  for (const auto& provision : document.structure) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    member(json, "eid", provision.eid.to_string());
    member(json, "kind", std::string(name_of(provision.kind)));
    member(json, "number", provision.num);
    member(json, "heading", provision.heading);
    place(json, "start", document, provision.start);
    place(json, "end", document, provision.end);
    page(json, document, provision.start);
    if (const auto sure = document.recognition_confidence(provision)) {
      member(json, "basis", std::string_view("ocr"));
      json.Key("ocr_confidence");
      json.Double(std::round(*sure * 1'000) / 1'000);
    }
    json.EndObject();
    append_line(lines, buffer);
  }
  return lines;
}

std::string leftover_lines(const Document& document) {
  std::string lines;
  const auto add = [&](const auto& write) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    write(json);
    json.EndObject();
    append_line(lines, buffer);
  };
  add([&](Writer& json) {
    json.SetMaxDecimalPlaces(4);
    json.Key("read");
    json.Double(share_read(document));
    member(json, "characters", document.characters);
  });
  for (const auto& leftover : document.leftovers) {
    add([&](Writer& json) { leftover_members(json, leftover); });
  }
  return lines;
}

// Members that are false or empty in most references are only written if they are not.
std::string reference_lines(const Document& document) {
  std::string lines;
  for (const auto& reference : find_references(document)) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    member(json, "from", document.structure[reference.from].eid.to_string());
    member(json, "quote", reference.quote);
    place(json, "offset", document, reference.start);
    page(json, document, reference.start);
    json.Key("targets");
    json.StartArray();
    for (const auto target : reference.targets) json.String(document.structure[target].eid.to_string().c_str());
    json.EndArray();
    member(json, "scope", name_of_scope(reference.scope));
    member(json, "mode", reference.mode);
    if (reference.describes) {
      json.Key("describes");
      json.Bool(true);
    }
    if (!reference.unreached.empty()) member(json, "unreached", reference.unreached);
    if (reference.has_no_end) {
      json.Key("open_ended");
      json.Bool(true);
    }
    if (reference.scope == Reference::Scope::External) {
      member(json, "instrument", reference.instrument);
      member(json, "provision", reference.provision);
      json.Key("implied");
      json.Bool(reference.is_implied);
      if (reference.amends) {
        json.Key("amends");
        json.Bool(true);
      }
    }
    if (reference.scope == Reference::Scope::Unresolved) {
      member(json, "missing", reference.absent_parts.empty() ? name_of(reference.missing) : "absent_part");
    }
    json.EndObject();
    append_line(lines, buffer);
  }
  return lines;
}

// Facts come first, then terms with all their definitions, uses of terms, and obligations.
std::string classification_lines(const Document& document) {
  const auto found = classify(document, OwnWords(document.structure));
  const auto names = names_of(found.facts, document.structure);
  const auto terms = names_of(found.terms, document.structure);
  FactLines lines(document);
  for (std::size_t i = 0; i < found.facts.size(); ++i) {
    const auto& fact = found.facts[i];
    lines.add(fact.provision, name_of(fact.fact_class), names[i], fact.quote, fact.rule, fact.confidence, fact.kind);
  }
  for (std::size_t i = 0; i < found.terms.size(); ++i) {
    const auto& term = found.terms[i];
    lines.add(term.provision, "term", terms[i], term.quote, term.rule, term.confidence);
    for (const auto& further : term.further) {
      lines.add(further.provision, "term", terms[i], further.quote, further.rule, further.confidence);
    }
  }
  for (const auto& use : found.uses) {
    lines.add(use.provision, "term_use", terms[use.term], use.quote, rule_of(use),
              confidence_of(use, found.terms[use.term]));
  }
  for (const auto& fact : found.obligations) {
    lines.add(fact.provision, "obligation", fact.kind, fact.quote, fact.rule, fact.confidence);
  }
  return lines.take();
}

}  // namespace treatygraph::ingest
