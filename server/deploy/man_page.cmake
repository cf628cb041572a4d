# cmake -DHELP2MAN=... -DPROGRAM=... -DOUT=page.1 -P man_page.cmake: the page of a program, from its --help, compressed as
# Debian has it.
execute_process(COMMAND ${PROGRAM} --help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCH "^[^\n]+" purpose "${help}")
execute_process(COMMAND ${HELP2MAN} --no-info --no-discard-stderr --section=1 --source=treatygraph
                        "--name=${purpose}" --output=${OUT} ${PROGRAM} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND gzip -9nf ${OUT} COMMAND_ERROR_IS_FATAL ANY)
