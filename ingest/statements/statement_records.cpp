#include "ingest/statements/statement_records.h"

#include <algorithm>
#include <set>
#include <variant>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/records/provision_record.h"
#include "ingest/records/treaty_facts.h"
#include "ingest/status/participant_names.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {
namespace {

/// Adds statements one by one. `keys_` contains the keys of all nodes that it made, so that placeholders are made once.
class StatementRecords {
 public:
  StatementRecords(const StatementFile& file, const std::string& slug, const std::map<std::string, std::string>& titles,
                   const Speakers& speakers)
      : file_(file), slug_(slug), titles_(titles), speakers_(speakers) {}

  Result<SourceRecords> make() {
    for (const auto& entry : file_.statements) add(entry);
    if (!problems_.empty()) return fail(problems_.as_error());
    return std::move(out_);
  }

 private:
  void add(const StatementEntry& entry) {
    const auto& treaty = entry.treaty.empty() ? slug_ : entry.treaty;
    if (treaty.empty()) {
      return problems_.add(fmt::format("{}:{}: of which treaty? Give the column treaty, or name the file SLUG=FILE",
                                       file_.name, entry.line));
    }
    const auto key = key_of(entry);
    if (!keys_.insert(key).second) {
      return problems_.add(
          fmt::format("{}:{}: {} occurs here a second time; give it an id", file_.name, entry.line, key));
    }
    const auto why = curated(entry.confidence.empty() ? "medium" : entry.confidence,
                             entry.source.empty() ? file_.name : entry.source);
    out_.records.nodes.push_back({key,
                                  {std::string(label::kStatement)},
                                  with(why, {{"title", entry.title},
                                             {"date", entry.date},
                                             {"text", entry.text},
                                             {"summary", entry.summary},
                                             {"stance", entry.stance},
                                             {"concern", entry.concern},
                                             {"version", entry.version.empty() ? "final" : entry.version},
                                             {"treaty", treaty}})});
    for (const auto& name : entry.speakers) {
      auto speaker = speakers_.speaker_named(name);
      relate(type::kMade, speaker.key, key, with(why, {{"date", entry.date}}));
      if (keys_.insert(speaker.key).second) out_.placeholders.nodes.push_back(std::move(speaker));
    }
    address(entry, key, treaty, why);
  }

  /// The key from the id or, without one, from speaker, date and the beginning of the title, so that it does not depend
  /// on the order of the file.
  static std::string key_of(const StatementEntry& entry) {
    if (!entry.id.empty()) return "statement:" + entry.id;
    constexpr std::size_t kLongest = 60;
    auto title = slug_of(entry.title.empty() ? entry.summary + entry.text : entry.title).substr(0, kLongest);
    while (title.ends_with('-')) title.pop_back();
    const auto speaker = slug_of(std::string_view(entry.speakers.front()));
    return fmt::format("statement:{}-{}-{}", speaker, entry.date, title);
  }

  /// Addresses the provisions that the statement's own words cite, in the numbering of its version, then those that a
  /// person found in addition. If there are none, it addresses the version as a whole.
  void address(const StatementEntry& entry, const std::string& key, const std::string& treaty, const Properties& why) {
    const bool is_final = entry.version.empty() || entry.version == "final" || entry.version == "none";
    const auto slug = is_final ? treaty : fmt::format("{}@{}", treaty, entry.version);
    add_treaty(slug, is_final ? std::string() : treaty);
    const Properties said = {{"stance", entry.stance}, {"concern", entry.concern}};
    std::set<Eid> addressed;
    const auto& words = entry.text.empty() ? entry.summary : entry.text;
    for (const auto& citation : own_citations(words, title_of(treaty))) {
      addressed.insert(citation.eid);
      address(key, slug, citation.eid, with(addressed_in(citation, file_.name), said));
    }
    for (const auto& provision : entry.provisions) {
      const auto eid = *Eid::parse(provision);
      if (addressed.insert(eid).second) address(key, slug, eid, with(with(why, said), {{"named", "inferred"}}));
    }
    if (addressed.empty()) relate(type::kAddresses, key, treaty_key(slug), with(with(why, said), {{"named", "none"}}));
  }

  void address(const std::string& statement, const std::string& slug, const Eid& eid, Properties how) {
    if (slug.find('@') != std::string::npos) add_draft_provision(slug, eid);
    relate(type::kAddresses, statement, provision_key(slug, eid), std::move(how));
  }

  /// The title, or the slug if no source has the treaty.
  [[nodiscard]] const std::string& title_of(const std::string& treaty) const {
    const auto found = titles_.find(treaty);
    return found == titles_.end() ? treaty : found->second;
  }

  /// Adds a placeholder for a treaty or a draft of it, in case no source contains it.
  void add_treaty(const std::string& slug, const std::string& version_of) {
    if (!keys_.insert(treaty_key(slug)).second) return;
    out_.placeholders.nodes.push_back(
        {treaty_key(slug),
         {std::string(label::kTreaty)},
         with(curated("medium", file_.name), {{"slug", slug},
                                              {"title", version_of.empty() ? title_of(slug) : slug},
                                              {"version_of", version_of},
                                              {"loaded", false}})});
  }

  /// Adds a placeholder for a provision of a draft, and its parents. A draft without a text is known only from what is
  /// said about it.
  void add_draft_provision(const std::string& slug, const Eid& eid) {
    for (auto at = eid; !at.empty(); at = at.parent()) {
      auto record = provision_record(slug, at);
      if (!keys_.insert(record.key).second) return;
      const auto why = curated("medium", "named by the statements of " + file_.name);
      const auto whole = at.parent().empty() ? treaty_key(slug) : provision_key(slug, at.parent());
      out_.placeholders.relationships.push_back(has_part(whole, record.key, 0, why));
      record.properties = with(std::move(record.properties), why);
      out_.placeholders.nodes.push_back(std::move(record));
    }
  }

  void relate(std::string_view type, std::string from, std::string to, Properties properties) {
    out_.records.relationships.push_back({std::string(type), std::move(from), std::move(to), std::move(properties)});
  }

  const StatementFile& file_;
  const std::string& slug_;
  const std::map<std::string, std::string>& titles_;
  const Speakers& speakers_;
  SourceRecords out_;
  Problems problems_;
  std::set<std::string> keys_;
};

}  // namespace

void Speakers::add(const GraphRecords& records) {
  for (const auto& node : records.nodes) {
    if (std::ranges::find(node.labels, label::kOrganization) == node.labels.end()) continue;
    organizations_.try_emplace(slug_of(text_of(node, property::kName)), node);
    const auto aliases = text_of(node, "aliases");
    for (std::string_view rest = aliases; !rest.empty();) {
      const auto alias = rest.substr(0, rest.find(';'));
      organizations_.try_emplace(slug_of(alias), node);
      rest.remove_prefix(std::min(alias.size() + 1, rest.size()));
    }
  }
}

/// Tries, in this order: organisations of the datasets, States and organisations that depositaries name, keys such as
/// "state:CHL". Any other name is a new organisation.
NodeRecord Speakers::speaker_named(const std::string& name) const {
  if (const auto found = organizations_.find(slug_of(name)); found != organizations_.end()) return found->second;
  if (const auto participant = participant_named(name)) return record_of(*participant);
  const auto key = Key::parse(name);
  const bool is_key = key && (key->name_space == "state" || key->name_space == "org");
  for (const auto& [alike, node] : organizations_) {
    if (is_key && node.key == name) return node;
  }
  if (is_key && key->name_space == "state") return record_of({name, key->local});
  return {is_key ? name : "org:" + slug_of(name),
          {std::string(label::kOrganization)},
          with(curated("medium", "as named by its statements"), {{"name", is_key ? key->local : name}})};
}

Properties addressed_in(const OwnCitation& citation, const std::string& source) {
  return with(extracted("high", source), {{"named", "cited"},
                                          {"quote", citation.quote},
                                          {"start", static_cast<std::int64_t>(citation.start)},
                                          {"end", static_cast<std::int64_t>(citation.end)}});
}

Result<SourceRecords> records_of(const StatementFile& file, const std::string& slug,
                                 const std::map<std::string, std::string>& titles, const Speakers& speakers) {
  return StatementRecords(file, slug, titles, speakers).make();
}

}  // namespace treatygraph::ingest
