// The format of a dataset is data: one list of ColumnRule for each table. The reader checks cells by these rules, and
// `treatygraph-ingest new` writes a commented template from them, so the two cannot disagree.

#include "ingest/curated/dataset.h"

#include <algorithm>
#include <array>

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

// Columns that most tables have.
constexpr ColumnRule kConfidence{"confidence", CellShape::Text, true, kConfidences};
constexpr ColumnRule kSource{"source"};
constexpr ColumnRule kSummary{"summary", CellShape::Text, false};

// The columns of each table, in the order of the documentation. A ColumnRule without further members is a required
// text.
constexpr std::array kProvisions = {ColumnRule{"eid", CellShape::EidCell},
                                    ColumnRule{"parent_eid", CellShape::EidCell, false},
                                    ColumnRule{"num", CellShape::Text, false},
                                    ColumnRule{"heading", CellShape::Text, false},
                                    kSummary,
                                    kConfidence,
                                    kSource,
                                    ColumnRule{"remark", CellShape::Text, false}};
constexpr std::array<std::string_view, 1> kTrue = {"true"};
constexpr std::array kReferences = {ColumnRule{"from_eid", CellShape::EidCell},
                                    ColumnRule{"to_eid", CellShape::EidCell},
                                    ColumnRule{"mode", CellShape::Text, true, kModes},
                                    ColumnRule{"applied", CellShape::Text, false, kApplieds},
                                    ColumnRule{"describes", CellShape::Text, false, kTrue},
                                    ColumnRule{"named", CellShape::Text, false, kNamed},
                                    kConfidence,
                                    kSource};
constexpr std::array kExternalReferences = {ColumnRule{"from_eid", CellShape::EidCell},
                                            ColumnRule{"instrument", CellShape::Slug},
                                            ColumnRule{"provision", CellShape::Text, false},
                                            ColumnRule{"mode", CellShape::Text, true, kModes},
                                            ColumnRule{"named", CellShape::Text, false, kNamed},
                                            kConfidence,
                                            kSource};
constexpr std::array<std::string_view, 2> kInstrumentKinds = {"treaty", "body_of_law"};
constexpr std::array kInstruments = {ColumnRule{"slug", CellShape::Slug}, ColumnRule{"title"},
                                     ColumnRule{"kind", CellShape::Text, true, kInstrumentKinds},
                                     ColumnRule{"aliases", CellShape::Text, false}};
constexpr std::array kOffences = {ColumnRule{"id", CellShape::Slug},
                                  ColumnRule{"eid", CellShape::EidCell},
                                  ColumnRule{"name"},
                                  ColumnRule{"kind", CellShape::Text, false},
                                  ColumnRule{"mental_element", CellShape::Text, false},
                                  kSummary,
                                  kConfidence,
                                  kSource};
constexpr std::array kSafeguards = {ColumnRule{"id", CellShape::Slug},
                                    ColumnRule{"eid", CellShape::EidCell},
                                    ColumnRule{"name"},
                                    ColumnRule{"protects", CellShape::Text, false},
                                    ColumnRule{"applies_to"},
                                    kSummary,
                                    kConfidence,
                                    kSource};
constexpr std::array kPowers = {ColumnRule{"id", CellShape::Slug},
                                ColumnRule{"eid", CellShape::EidCell},
                                ColumnRule{"name"},
                                ColumnRule{"kind", CellShape::Text, false},
                                kSummary,
                                kConfidence,
                                kSource};
constexpr std::array kTerms = {ColumnRule{"id", CellShape::Slug},
                               ColumnRule{"eid", CellShape::EidCell},
                               ColumnRule{"name"},
                               ColumnRule{"scope", CellShape::EidCell, false},
                               kConfidence,
                               kSource};
constexpr std::array kTermUses = {ColumnRule{"from_eid", CellShape::EidCell}, ColumnRule{"term", CellShape::Slug},
                                  kConfidence, kSource};
constexpr std::array kStateColumns = {ColumnRule{"iso3"}, ColumnRule{"name"}};
constexpr std::array kOrganizations = {ColumnRule{"id", CellShape::Slug}, ColumnRule{"name"}, ColumnRule{"kind"},
                                       ColumnRule{"aliases", CellShape::Text, false}};
constexpr std::array kParticipantActions = {ColumnRule{"participant"},
                                            ColumnRule{"action", CellShape::Text, true, kActionNames},
                                            ColumnRule{"kind", CellShape::Text, false, kActionKinds},
                                            ColumnRule{"date", CellShape::Date},
                                            ColumnRule{"provisions", CellShape::Text, false},
                                            kSummary,
                                            kConfidence,
                                            kSource};
constexpr std::array kEvents = {ColumnRule{"id", CellShape::Slug},
                                ColumnRule{"date", CellShape::Date},
                                ColumnRule{"title"},
                                ColumnRule{"product", CellShape::Text, false},
                                ColumnRule{"signatories", CellShape::Count, false},
                                ColumnRule{"ratifications", CellShape::Count, false},
                                kConfidence,
                                kSource};
constexpr std::array kEventParticipants = {ColumnRule{"event", CellShape::Slug}, ColumnRule{"participant"},
                                           ColumnRule{"role"}};
constexpr std::array<std::string_view, 2> kOutcomes = {"carried", "failed"};
constexpr std::array kEventProvisions = {ColumnRule{"event", CellShape::Slug},
                                         ColumnRule{"version"},
                                         ColumnRule{"provisions", CellShape::Text, false},
                                         ColumnRule{"named", CellShape::Text, true, kNamed},
                                         ColumnRule{"proposal", CellShape::Text, false},
                                         ColumnRule{"outcome", CellShape::Text, false, kOutcomes},
                                         ColumnRule{"votes_for", CellShape::Count, false},
                                         ColumnRule{"votes_against", CellShape::Count, false},
                                         ColumnRule{"abstentions", CellShape::Count, false},
                                         kConfidence,
                                         kSource};
constexpr std::array<std::string_view, 4> kVotes = {"for", "against", "abstained", "requested"};
constexpr std::array kVoteRules = {ColumnRule{"event", CellShape::Slug}, ColumnRule{"participant"},
                                   ColumnRule{"vote", CellShape::Text, true, kVotes}, kConfidence, kSource};
constexpr std::array kStatements = {ColumnRule{"id", CellShape::Slug},
                                    ColumnRule{"speakers"},
                                    ColumnRule{"speaker_as", CellShape::Text, false},
                                    ColumnRule{"date", CellShape::Date},
                                    ColumnRule{"title"},
                                    ColumnRule{"version"},
                                    ColumnRule{"provisions", CellShape::Text, false},
                                    ColumnRule{"provisions_basis", CellShape::Text, true, kProvisionsBases},
                                    ColumnRule{"stance", CellShape::Text, true, kStances},
                                    ColumnRule{"concern", CellShape::Text, false},
                                    ColumnRule{"text", CellShape::Text, false},
                                    kSummary,
                                    kConfidence,
                                    kSource};
constexpr std::array kVersionCorrespondences = {ColumnRule{"version"},
                                                ColumnRule{"eid", CellShape::EidCell},
                                                ColumnRule{"final_eid", CellShape::EidCell},
                                                ColumnRule{"relation", CellShape::Text, true, kRelations},
                                                kConfidence,
                                                kSource};
constexpr std::array kCorrespondences = {ColumnRule{"eid", CellShape::EidCell},
                                         ColumnRule{"instrument", CellShape::Slug},
                                         ColumnRule{"target_eid", CellShape::EidCell},
                                         ColumnRule{"relation", CellShape::Text, true, kRelations},
                                         ColumnRule{"note", CellShape::Text, false},
                                         kConfidence,
                                         kSource};

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
