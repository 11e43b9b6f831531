@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Runs the fieldback command of an unpacked distribution, or of a source tree that has been built.
setlocal
set "HERE=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo Cannot run fieldback: there is no Java; install Java 17 or newer, or set JAVA_HOME 1>&2
    exit /b 1
)
if exist "%HERE%lib\" (
    set "FIELDBACK_CLASSPATH=%HERE%lib\*"
) else if exist "%HERE%cli\target\lib\" (
    set "FIELDBACK_CLASSPATH=%HERE%cli\target\fieldback-cli.jar;%HERE%cli\target\lib\*"
) else (
    echo Cannot run fieldback: it is not built; run mvnw.cmd -Dquick -Dmaven.test.skip=true package 1>&2
    exit /b 1
)
"%JAVA%" -XX:+UseParallelGC -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED -Dfile.encoding=UTF-8 %FIELDBACK_JAVA_OPTS% -cp "%FIELDBACK_CLASSPATH%" io.fieldback.cli.Fieldback %*
exit /b %ERRORLEVEL%
