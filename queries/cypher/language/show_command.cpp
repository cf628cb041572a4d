// Columns as Neo4j 5 shows them. The procedures' names have a blank, so no query can call them.

#include "queries/cypher/language/show_command.h"

namespace treatygraph::queries::cypher {
namespace {

constexpr std::array<ShowColumn, 9> kFunctions = {{{"name", "STRING?"},
                                                   {"category", "STRING?"},
                                                   {"description", "STRING?"},
                                                   {"signature", "STRING?", false},
                                                   {"isBuiltIn", "BOOLEAN?", false},
                                                   {"argumentDescription", "LIST?", false},
                                                   {"returnDescription", "STRING?", false},
                                                   {"aggregating", "BOOLEAN?", false},
                                                   {"isDeprecated", "BOOLEAN?", false}}};

constexpr std::array<ShowColumn, 9> kProcedures = {{{"name", "STRING?"},
                                                    {"description", "STRING?"},
                                                    {"mode", "STRING?"},
                                                    {"worksOnSystem", "BOOLEAN?"},
                                                    {"signature", "STRING?", false},
                                                    {"argumentDescription", "LIST?", false},
                                                    {"returnDescription", "LIST?", false},
                                                    {"admin", "BOOLEAN?", false},
                                                    {"isDeprecated", "BOOLEAN?", false}}};

constexpr std::array<ShowColumn, 16> kIndexes = {{{"id", "INTEGER?"},
                                                  {"name", "STRING?"},
                                                  {"state", "STRING?"},
                                                  {"populationPercent", "FLOAT?"},
                                                  {"type", "STRING?"},
                                                  {"entityType", "STRING?"},
                                                  {"labelsOrTypes", "LIST?"},
                                                  {"properties", "LIST?"},
                                                  {"indexProvider", "STRING?"},
                                                  {"owningConstraint", "STRING?"},
                                                  {"lastRead", "ZONED DATETIME?", false},
                                                  {"readCount", "INTEGER?", false},
                                                  {"trackedSince", "ZONED DATETIME?", false},
                                                  {"options", "MAP?", false},
                                                  {"failureMessage", "STRING?", false},
                                                  {"createStatement", "STRING?", false}}};

constexpr std::array<ShowColumn, 10> kConstraints = {{{"id", "INTEGER?"},
                                                      {"name", "STRING?"},
                                                      {"type", "STRING?"},
                                                      {"entityType", "STRING?"},
                                                      {"labelsOrTypes", "LIST?"},
                                                      {"properties", "LIST?"},
                                                      {"ownedIndex", "STRING?"},
                                                      {"propertyType", "STRING?"},
                                                      {"options", "MAP?", false},
                                                      {"createStatement", "STRING?", false}}};

constexpr std::array<ShowColumn, 13> kDatabases = {{{"name", "STRING?"},
                                                    {"type", "STRING?"},
                                                    {"aliases", "LIST?"},
                                                    {"access", "STRING?"},
                                                    {"address", "STRING?"},
                                                    {"role", "STRING?"},
                                                    {"writer", "BOOLEAN?"},
                                                    {"requestedStatus", "STRING?"},
                                                    {"currentStatus", "STRING?"},
                                                    {"statusMessage", "STRING?"},
                                                    {"default", "BOOLEAN?"},
                                                    {"home", "BOOLEAN?"},
                                                    {"constituents", "LIST?"}}};

constexpr std::array<ShowColumn, 5> kSettings = {{{"name", "STRING?"},
                                                  {"value", "STRING?"},
                                                  {"isDynamic", "BOOLEAN?"},
                                                  {"defaultValue", "STRING?"},
                                                  {"description", "STRING?"}}};

constexpr std::array<ShowCommand, 6> kCommands = {{{"FUNCTION", "FUNCTIONS", "show functions", kFunctions},
                                                   {"PROCEDURE", "PROCEDURES", "show procedures", kProcedures},
                                                   {"INDEX", "INDEXES", "show indexes", kIndexes},
                                                   {"CONSTRAINT", "CONSTRAINTS", "show constraints", kConstraints},
                                                   {"DATABASE", "DATABASES", "show databases", kDatabases},
                                                   {"SETTING", "SETTINGS", "show settings", kSettings}}};

}  // namespace

std::span<const ShowCommand> show_commands() {
  return kCommands;
}

}  // namespace treatygraph::queries::cypher
