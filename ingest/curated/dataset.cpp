// The format of a dataset is data: one list of ColumnRule for each table. The reader checks cells by these rules, and
// `treatygraph-ingest new` writes a commented template from them, so the two cannot disagree.

#include "ingest/curated/dataset.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "graph/nearest.h"
#include "graph/sha256.h"
#include "graph/vocabulary.h"
#include "ingest/curated/dataset_treaty.h"
#include "ingest/statements/statement_file.h"

namespace treatygraph::ingest {
namespace {

constexpr std::array<std::string_view, 4> kRelations = {"equivalent", "broader", "narrower", "related"};
constexpr std::array<std::string_view, 4> kProvisionsBases = {"cited", "inferred", "mixed", "none"};
constexpr std::array<std::string_view, 9> kActionNames = {"signature",  "ratification", "acceptance",
                                                          "approval",   "accession",    "withdrawal",
                                                          "succession", "reservation",  "declaration"};
// Consent to be bound that was given at home only, without depositing an instrument.
constexpr std::array<std::string_view, 1> kActionKinds = {"domestic"};
// Whether the text names what a row points to, or a person inferred it.
constexpr std::array<std::string_view, 2> kNamed = {"cited", "inferred"};

constexpr ColumnRule required(std::string_view name, CellShape shape = CellShape::Text) {
  return {name, shape, true, {}};
}

constexpr ColumnRule optional(std::string_view name, CellShape shape = CellShape::Text) {
  return {name, shape, false, {}};
}

constexpr ColumnRule one_of(std::string_view name, std::span<const std::string_view> allowed) {
  return {name, CellShape::Text, true, allowed};
}

constexpr ColumnRule optional_one_of(std::string_view name, std::span<const std::string_view> allowed) {
  return {name, CellShape::Text, false, allowed};
}

constexpr ColumnRule eid(std::string_view name) {
  return required(name, CellShape::EidCell);
}

constexpr ColumnRule slug(std::string_view name) {
  return required(name, CellShape::Slug);
}

template <typename... Rules>
constexpr auto columns(const Rules&... rules) {
  return std::array<ColumnRule, sizeof...(rules)>{rules...};
}

// Columns that most tables have.
constexpr auto kConfidence = one_of("confidence", kConfidences);
constexpr auto kSource = required("source");
constexpr auto kSummary = optional("summary");

// The columns of each table, in the order of the documentation.
constexpr auto kProvisions = columns(eid("eid"), optional("parent_eid", CellShape::EidCell), optional("num"),
                                     optional("heading"), kSummary, kConfidence, kSource, optional("remark"));
constexpr std::array<std::string_view, 1> kTrue = {"true"};
constexpr auto kReferences =
    columns(eid("from_eid"), eid("to_eid"), one_of("mode", kModes), optional_one_of("applied", kApplieds),
            optional_one_of("describes", kTrue), optional_one_of("named", kNamed), kConfidence, kSource);
constexpr auto kExternalReferences =
    columns(eid("from_eid"), slug("instrument"), optional("provision"), one_of("mode", kModes),
            optional_one_of("named", kNamed), kConfidence, kSource);
constexpr std::array<std::string_view, 2> kInstrumentKinds = {"treaty", "body_of_law"};
constexpr auto kInstruments =
    columns(slug("slug"), required("title"), one_of("kind", kInstrumentKinds), optional("aliases"));
constexpr auto kOffences = columns(slug("id"), eid("eid"), required("name"), optional("kind"),
                                   optional("mental_element"), kSummary, kConfidence, kSource);
constexpr auto kSafeguards = columns(slug("id"), eid("eid"), required("name"), optional("protects"),
                                     required("applies_to"), kSummary, kConfidence, kSource);
constexpr auto kPowers =
    columns(slug("id"), eid("eid"), required("name"), optional("kind"), kSummary, kConfidence, kSource);
constexpr auto kTerms =
    columns(slug("id"), eid("eid"), required("name"), optional("scope", CellShape::EidCell), kConfidence, kSource);
constexpr auto kTermUses = columns(eid("from_eid"), slug("term"), kConfidence, kSource);
constexpr auto kStateColumns = columns(required("iso3"), required("name"));
constexpr auto kOrganizations = columns(slug("id"), required("name"), required("kind"), optional("aliases"));
constexpr auto kParticipantActions =
    columns(required("participant"), one_of("action", kActionNames), optional_one_of("kind", kActionKinds),
            required("date", CellShape::Date), optional("provisions"), kSummary, kConfidence, kSource);
constexpr auto kEvents = columns(slug("id"), required("date", CellShape::Date), required("title"), optional("product"),
                                 optional("signatories", CellShape::Count), optional("ratifications", CellShape::Count),
                                 kConfidence, kSource);
constexpr auto kEventParticipants = columns(slug("event"), required("participant"), required("role"));
constexpr std::array<std::string_view, 2> kOutcomes = {"carried", "failed"};
constexpr auto kEventProvisions = columns(
    slug("event"), required("version"), optional("provisions"), one_of("named", kNamed), optional("proposal"),
    optional_one_of("outcome", kOutcomes), optional("votes_for", CellShape::Count),
    optional("votes_against", CellShape::Count), optional("abstentions", CellShape::Count), kConfidence, kSource);
constexpr std::array<std::string_view, 4> kVotes = {"for", "against", "abstained", "requested"};
constexpr auto kVoteRules =
    columns(slug("event"), required("participant"), one_of("vote", kVotes), kConfidence, kSource);
constexpr auto kStatements = columns(
    slug("id"), required("speakers"), optional("speaker_as"), required("date", CellShape::Date), required("title"),
    required("version"), optional("provisions"), one_of("provisions_basis", kProvisionsBases),
    one_of("stance", kStances), optional("concern"), optional("text"), kSummary, kConfidence, kSource);
constexpr auto kVersionCorrespondences =
    columns(required("version"), eid("eid"), eid("final_eid"), one_of("relation", kRelations), kConfidence, kSource);
constexpr auto kCorrespondences = columns(eid("eid"), slug("instrument"), eid("target_eid"),
                                          one_of("relation", kRelations), optional("note"), kConfidence, kSource);

constexpr std::array kFiles = {
    DatasetFile{"provisions.csv", &Dataset::provisions, kProvisions},
    DatasetFile{"references.csv", &Dataset::references, kReferences},
    DatasetFile{"external_references.csv", &Dataset::external_references, kExternalReferences},
    DatasetFile{"instruments.csv", &Dataset::instruments, kInstruments},
    DatasetFile{"offences.csv", &Dataset::offences, kOffences},
    DatasetFile{"safeguards.csv", &Dataset::safeguards, kSafeguards},
    DatasetFile{"powers.csv", &Dataset::powers, kPowers},
    DatasetFile{"terms.csv", &Dataset::terms, kTerms},
    DatasetFile{"term_uses.csv", &Dataset::term_uses, kTermUses},
    DatasetFile{"states.csv", &Dataset::states, kStateColumns},
    DatasetFile{"organizations.csv", &Dataset::organizations, kOrganizations},
    DatasetFile{"actions.csv", &Dataset::actions, kParticipantActions},
    DatasetFile{"events.csv", &Dataset::events, kEvents},
    DatasetFile{"event_participants.csv", &Dataset::event_participants, kEventParticipants},
    DatasetFile{"event_provisions.csv", &Dataset::event_provisions, kEventProvisions},
    DatasetFile{"votes.csv", &Dataset::votes, kVoteRules},
    DatasetFile{"statements.csv", &Dataset::statements, kStatements},
    DatasetFile{"version_correspondences.csv", &Dataset::version_correspondences, kVersionCorrespondences},
    DatasetFile{"correspondences.csv", &Dataset::correspondences, kCorrespondences},
};

/// The hash changes if any file of the format changes; other files in the folder do not matter. If the dataset changes
/// while it is read, the hash is that of the later state.
std::string hash_of_files(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : kFiles) names.emplace_back(file.name);
  std::ranges::sort(names);
  names.emplace_back("treaty.json");
  Sha256 hash;
  for (const auto& name : names) {
    if (const auto digest = sha256_of_file(folder / name)) hash.add(fmt::format("{}  {}\n", *digest, name));
  }
  return hash.finish();
}

/// Reports CSV files that are not part of the format. A misspelt "refrences.csv" would otherwise be ignored silently.
void note_other_tables(const std::filesystem::path& folder, std::vector<std::string>& notices) {
  std::vector<std::string_view> known;
  for (const auto& file : kFiles) known.push_back(file.name);
  std::vector<std::string> others;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const auto name = at->path().filename().string();
    const bool is_table = at->path().extension() == ".csv" && !name.starts_with('.');
    if (is_table && std::ranges::find(known, name) == known.end()) others.push_back(name);
  }
  std::ranges::sort(others);
  for (const auto& name : others) {
    const auto nearest = nearest_of(name, known, 1);
    notices.push_back(fmt::format("{}: is not one of a dataset's tables and was not read{}", (folder / name).string(),
                                  nearest.empty() ? "" : fmt::format("; nearest: {}", nearest.front())));
  }
}

}  // namespace

std::span<const DatasetFile> dataset_files() {
  return kFiles;
}

bool is_dataset(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path / "treaty.json", error);
}

std::string table_of_no_dataset(const std::filesystem::path& path) {
  if (is_dataset(path)) return {};
  std::error_code error;
  // A file of statements may be in any folder.
  const auto* const table = std::ranges::find_if(kFiles, [&](const DatasetFile& file) {
    return file.name != "statements.csv" && std::filesystem::is_regular_file(path / file.name, error);
  });
  return table == kFiles.end() ? std::string() : std::string(table->name);
}

// Reads everything even if treaty.json has problems, so that all problems are listed together.
Dataset read_dataset(const std::filesystem::path& folder) {
  Dataset dataset;
  dataset.folder = folder;
  dataset.treaty = read_dataset_treaty(folder / "treaty.json", dataset.problems);
  for (const auto& file : kFiles) {
    const auto path = folder / file.name;
    const bool is_required = file.table == &Dataset::provisions;
    if (!is_required && !std::filesystem::exists(path)) continue;
    auto& table = dataset.*file.table;
    table = Table::read(path, file.rules, dataset.problems);
    if (const auto notice = table.notice(); !notice.empty()) {
      dataset.notices.push_back(fmt::format("{}/{}", folder.string(), notice));
    }
  }
  note_other_tables(folder, dataset.notices);
  dataset.sha256 = hash_of_files(folder);
  return dataset;
}

}  // namespace treatygraph::ingest
